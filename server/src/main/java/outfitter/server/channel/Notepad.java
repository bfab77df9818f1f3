package outfitter.server.channel;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.EntryBody;
import outfitter.models.journal.Advance;
import outfitter.models.journal.Timeline;

/** Writes down what customers say, for a shop where nobody answers by itself. Thread-safe. */
public final class Notepad implements Reception {
    private final Timeline timeline;

    public Notepad(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public Future<Received> receive(Incoming message) {
        return timeline.receive(
                        message.address(), message.id(), (now, at) -> Future.succeededFuture(turn(now, message)))
                .map(Notepad::place);
    }

    @Override
    public void typing(ConversationId conversation) {
        // Nobody waits for the rest.
    }

    private static List<EntryBody> turn(Conversation now, Incoming message) {
        List<EntryBody> turn = new ArrayList<>();
        turn.add(new EntryBody.CustomerMessage(message.text(), message.address()));
        if (now.state().openEpisode().isEmpty())
            turn.add(new EntryBody.EpisodeOpened(now.state().nextEpisode(), null));
        return turn;
    }

    private static Received place(Advance advance) {
        return advance.match(
                done -> new Received(done.after().id(), done.entries().get(0).seq()),
                known -> new Received(known.conversation(), known.seq()),
                nothing -> {
                    throw new IllegalStateException("a message is always written");
                });
    }
}
