package org.mtgtracker.rest;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * Makes MicroProfile Fault Tolerance work in this application. Payara looks for its annotations in WARs alone, and takes
 * it that an application without any there has no use for it: then those of beans in the EJB jar, such as the circuit
 * breaker before Scryfall, would be passed over in silence. Nobody calls this.
 */
@ApplicationScoped
public class FaultToleranceHere {
    @CircuitBreaker
    public void look() {
        // the annotation is what is looked for
    }
}
