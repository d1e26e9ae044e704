package org.mtgtracker.pages.site;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import java.util.Iterator;
import java.util.Map;

/**
 * Ties what is wrong with a field to the field, for those who hear a page, and begins at the first such field. The
 * message of the field {@code name} is {@code name-problem}.
 */
public class InvalidFields implements SystemEventListener {
    private static final String DESCRIBED = "aria-describedby";

    @Override
    public boolean isListenerForSource(Object source) {
        return true;
    }

    @Override
    public void processEvent(SystemEvent event) {
        FacesContext faces = FacesContext.getCurrentInstance();
        boolean first = true;
        for (Iterator<String> ids = faces.getClientIdsWithMessages(); ids.hasNext(); ) {
            String id = ids.next();
            UIComponent field = id == null ? null : faces.getViewRoot().findComponent(id);
            if (field instanceof UIInput && !(field instanceof UISelectMany)) {
                Map<String, Object> attributes = field.getPassThroughAttributes();
                attributes.put("aria-invalid", "true");
                Object hint = attributes.get(DESCRIBED);
                attributes.put(DESCRIBED, hint == null ? id + "-problem" : hint + " " + id + "-problem");
                if (first) {
                    attributes.put("autofocus", "autofocus");
                    first = false;
                }
            }
        }
    }
}
