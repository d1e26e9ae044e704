"use strict";

(() => {
  const place = document.getElementById("api");
  SwaggerUIBundle({
    url: place.dataset.description,
    domNode: place,
    deepLinking: true,
    // nothing is sent to a validator on somebody else's server
    validatorUrl: null,
    tryItOutEnabled: true,
    supportedSubmitMethods: ["get", "post", "put", "patch", "delete"],
  });
})();
