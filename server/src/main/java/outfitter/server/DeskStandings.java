package outfitter.server;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.OptionalInt;
import outfitter.assist.queue.WaitingRoom;
import outfitter.models.conversation.ConversationId;
import outfitter.server.channel.directline.Standings;

/** Tells whoever waits in the site's chat what the desk knows. */
final class DeskStandings implements Standings {
    private final WaitingRoom waitingRoom;

    DeskStandings(WaitingRoom waitingRoom) {
        this.waitingRoom = waitingRoom;
    }

    @Override
    public Future<Optional<Standing>> of(ConversationId conversation) {
        return waitingRoom
                .waiting(conversation)
                .map(found -> found.map(standing -> {
                    OptionalInt promise = standing.promiseMinutes();
                    return new Standing(standing.position(), promise.isPresent() ? promise.getAsInt() : null);
                }));
    }
}
