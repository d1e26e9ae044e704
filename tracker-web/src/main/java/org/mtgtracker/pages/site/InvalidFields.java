package org.mtgtracker.pages.site;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
        List<UIComponent> fields = new ArrayList<>();
        for (Iterator<String> ids = faces.getClientIdsWithMessages(); ids.hasNext(); ) {
            String id = ids.next();
            if (id != null) {
                // not findComponent, which does not look into forms
                faces.getViewRoot().invokeOnComponent(faces, id, (context, component) -> fields.add(component));
            }
        }
        fields.removeIf(field -> !(field instanceof UIInput) || field instanceof UISelectMany);
        fields.forEach(field -> tie(field, field.getClientId(faces)));
        if (!fields.isEmpty()) {
            fields.get(0).getPassThroughAttributes().put("autofocus", "autofocus");
        }
    }

    private static void tie(UIComponent field, String id) {
        Map<String, Object> attributes = field.getPassThroughAttributes();
        attributes.put("aria-invalid", "true");
        Object hint = attributes.get(DESCRIBED);
        attributes.put(DESCRIBED, hint == null ? id + "-problem" : hint + " " + id + "-problem");
    }
}
