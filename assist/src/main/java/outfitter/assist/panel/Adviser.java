package outfitter.assist.panel;

import io.vertx.core.Future;
import outfitter.models.conversation.Conversation;
import outfitter.recommender.Recommender;
import outfitter.recommender.ranking.Evidence;
import outfitter.recommender.ranking.Suggestions;

/** Where suggestions come from, and how their evidence is said aloud. */
public interface Adviser {
    Future<Suggestions> suggest(Conversation now);

    /** {@code evidence} as a phrase for staff. */
    String say(Evidence evidence);

    /** {@code suggestions} were put before an agent, and some of them for the first time in this episode. */
    default void shown(Conversation now, int episode, Suggestions suggestions) {}

    /** The shop's recommender, speaking {@code language}. */
    static Adviser of(Recommender recommender, String language) {
        return new Adviser() {
            @Override
            public Future<Suggestions> suggest(Conversation now) {
                return recommender.suggest(now);
            }

            @Override
            public void shown(Conversation now, int episode, Suggestions suggestions) {
                recommender.shown(now.id(), episode, suggestions);
            }

            @Override
            public String say(Evidence evidence) {
                return recommender.say(evidence, language);
            }
        };
    }
}
