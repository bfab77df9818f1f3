package outfitter.recommender;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.Addresses;
import outfitter.models.conversation.Conversation;
import outfitter.models.customer.Customer;
import outfitter.models.customer.CustomerId;
import outfitter.models.customer.Customers;
import outfitter.models.merchandising.Condition;
import outfitter.models.merchandising.RuleSet;
import outfitter.recommender.merchandising.Circumstances;
import outfitter.recommender.ranking.Season;
import outfitter.recommender.ranking.Situation;

/** Puts together what rules may ask about a conversation; a customer's tier is read only where a rule asks for segments. */
final class CircumstanceReader {
    private static final String NEW = "new";
    private static final String RETURNING = "returning";

    private final Customers customers;

    CircumstanceReader(Pool db) {
        customers = new Customers(db);
    }

    Future<Circumstances> of(Conversation conversation, Situation situation, RuleSet rules) {
        String address = conversation.state().replyTo();
        return of(
                conversation.customer(),
                situation,
                rules,
                conversation.state().matter().orElse(null),
                address == null ? null : Addresses.channel(address));
    }

    Future<Circumstances> of(CustomerId customer, Situation situation, RuleSet rules) {
        return of(customer, situation, rules, null, null);
    }

    private Future<Circumstances> of(
            CustomerId customer,
            Situation situation,
            RuleSet rules,
            @Nullable String intent,
            @Nullable String channel) {
        return tier(customer, rules).map(tier -> {
            Set<String> segments = new HashSet<>();
            segments.add(situation.bought().isEmpty() ? NEW : RETURNING);
            tier.ifPresent(segments::add);
            String season = Season.at(situation.now()).code();
            return new Circumstances(segments, intent, channel, season, situation.now());
        });
    }

    private Future<Optional<String>> tier(CustomerId customer, RuleSet rules) {
        if (!rules.asks(Condition.Kind.SEGMENT)) return Future.succeededFuture(Optional.empty());
        return customers.find(customer).map(found -> found.map(Customer::tier));
    }
}
