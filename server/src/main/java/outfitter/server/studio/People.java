package outfitter.server.studio;

import io.vertx.core.Future;
import java.util.Map;
import java.util.stream.Collectors;
import outfitter.models.account.Account;
import outfitter.models.account.Accounts;

/** The names of those who did something in the studio. */
final class People {
    private final Accounts accounts;

    People(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Names by account; without those that are gone. */
    Future<Map<Long, String>> names() {
        return accounts.all().map(all -> all.stream().collect(Collectors.toMap(Account::id, Account::displayName)));
    }
}
