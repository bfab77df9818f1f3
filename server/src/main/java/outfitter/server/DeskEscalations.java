package outfitter.server;

import io.vertx.core.Future;
import outfitter.assist.queue.WaitingRoom;
import outfitter.bot.Escalations;
import outfitter.bot.Staffing;
import outfitter.bot.Standing;
import outfitter.models.conversation.ConversationId;

/** Tells the bot what the desk knows of people; the two modules never see each other. */
final class DeskEscalations implements Escalations {
    private final WaitingRoom waitingRoom;

    DeskEscalations(WaitingRoom waitingRoom) {
        this.waitingRoom = waitingRoom;
    }

    @Override
    public Future<Standing> standing(ConversationId conversation) {
        return waitingRoom
                .standing(conversation)
                .map(standing -> new Standing(standing.position(), standing.promiseMinutes()));
    }

    @Override
    public Future<Staffing> staffing() {
        return waitingRoom
                .staffing()
                .map(staffing -> new Staffing(staffing.somebodyThere(), staffing.hours(), staffing.opensAt()));
    }
}
