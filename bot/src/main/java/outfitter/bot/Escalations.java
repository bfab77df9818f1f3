package outfitter.bot;

import io.vertx.core.Future;
import outfitter.models.conversation.ConversationId;

/** All that the bot knows of people: where one would stand, and whether anybody is there. */
public interface Escalations {
    /** Where this conversation stands in the queue, or would if it joined now. */
    Future<Standing> standing(ConversationId conversation);

    Future<Staffing> staffing();
}
