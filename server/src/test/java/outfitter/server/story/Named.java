package outfitter.server.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What people find on a page, by the name that is read out to them. */
final class Named {
    private Named() {}

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name)).first();
    }

    /** Whose name has {@code name} in it. */
    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** Whose name is {@code name}. */
    static Page.GetByRoleOptions exactly(String name) {
        return named(name).setExact(true);
    }

    /** The same as {@link #named}, in a part of a page. */
    static Locator.GetByRoleOptions within(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
