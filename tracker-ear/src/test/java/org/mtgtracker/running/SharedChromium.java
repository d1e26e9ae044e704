package org.mtgtracker.running;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One browser for all classes that look at pages; where there is none, they are skipped and say so. */
final class SharedChromium implements BeforeAllCallback {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(SharedChromium.class);

    private static Chromium running;

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent("chromium", key -> Chromium.launched(), Chromium.class);
        PlaywrightAssertions.setDefaultAssertionTimeout(Chromium.PATIENCE_MILLIS);
    }

    static Chromium running() {
        return running;
    }
}
