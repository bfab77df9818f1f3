package outfitter.models.journal;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;

/** Entries appended inside a transaction that holds the conversation's row, for the rare acts that touch two of them. */
record Appending(Turn turn, Conversation after) {
    static Appending of(Conversation now, String key, Instant at, List<EntryBody> bodies) {
        Turn turn = Turn.of(now, Cause.inner("merge", key + ":" + now.id()), at, bodies);
        return new Appending(turn, turn.after());
    }

    List<Entry> entries() {
        return turn.entries();
    }

    /** Writes it; the row lock that the transaction holds makes a refusal impossible, so one is an error. */
    Future<Void> write(SqlConnection tx) {
        return tx.preparedQuery(TurnStatement.withoutReferee(List.of(turn)))
                .execute(TurnStatement.parameters(List.of(turn)))
                .map(rows -> TurnStatement.outcomes(List.of(turn), rows))
                .compose(outcomes -> outcomes.equals(List.of(new Outcome.Stored()))
                        ? Future.succeededFuture()
                        : Future.failedFuture(new IllegalStateException("refused under its own lock: " + outcomes)));
    }

    Appending absorbedBy(ConversationId survivor) {
        return new Appending(
                turn,
                new Conversation(after.id(), after.customer(), after.head(), after.state(), survivor, after.linked()));
    }
}
