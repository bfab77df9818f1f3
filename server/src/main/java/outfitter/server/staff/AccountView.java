package outfitter.server.staff;

import outfitter.models.account.Account;
import outfitter.models.account.Role;

/** An account as pages see it. */
record AccountView(long id, String name, String displayName, Role role) {
    static AccountView of(Account account) {
        return new AccountView(account.id(), account.name(), account.displayName(), account.role());
    }
}
