package outfitter.server.shopify;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.account.AuditLog;

/**
 * Puts what a person has to do into the audit log, where admins see it, and says so in the log. One that a kill interrupts
 * may stand there twice, and never not at all.
 */
final class Duties {
    /** Shopify's terms ask for an answer within so long. */
    private static final Duration TIME = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(Duties.class);

    private final AuditLog audit;

    Duties(AuditLog audit) {
        this.audit = audit;
    }

    /** Completes when all of them are kept. */
    Future<Void> note(List<Opened> opened) {
        return Future.all(opened.stream()
                        .filter(each -> each.duty.isPresent())
                        .map(this::note)
                        .toList())
                .mapEmpty();
    }

    private Future<Void> note(Opened opened) {
        Duty duty = opened.duty.orElseThrow();
        String topic = opened.delivery.topic();
        Instant until = opened.delivery.toldAt().plus(TIME);
        LOG.warn("privacy request to be answered topic={} about={} until={}", topic, duty.about(), until);
        Map<String, Object> detail = Map.of(
                "topic",
                topic,
                "until",
                Objects.requireNonNull(until.toString()),
                "orders",
                String.join(" ", duty.orders()));
        return audit.record("shopify", "privacy-request", duty.about(), detail);
    }
}
