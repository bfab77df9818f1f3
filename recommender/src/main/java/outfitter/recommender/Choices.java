package outfitter.recommender;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.conversation.ConversationId;
import outfitter.models.merchandising.ShownList;
import outfitter.models.merchandising.ShownLists;
import outfitter.models.merchandising.SuggestionList;
import outfitter.recommender.ranking.Blends;
import outfitter.recommender.ranking.Suggestion;
import outfitter.recommender.ranking.Suggestions;
import outfitter.recommender.ranking.Traits;
import outfitter.recommender.training.Lesson;
import outfitter.recommender.training.Lessons;

/** Remembers what agents were shown and what the ranking knew of it, and brings what became of it to the lessons. */
final class Choices {
    private static final Logger LOG = LoggerFactory.getLogger(Choices.class);
    /** Older choices were made among other products. */
    private static final Duration REMEMBERED = Duration.ofDays(180);

    private static final int MOST = 4_000;

    private final ShownLists lists;

    Choices(Pool db) {
        lists = new ShownLists(db);
    }

    /** Remembers both lists; beside everything else, and logged when that fails. */
    void shown(ConversationId conversation, int episode, Suggestions suggestions, Instant at) {
        remember(conversation, episode, SuggestionList.GOES_WITH, suggestions.goesWith(), at);
        remember(conversation, episode, SuggestionList.STEP_UP, suggestions.stepUp(), at);
    }

    /** What became of the lists that can still be compared with those of today. */
    Future<Lessons.Taught> taught(Blends live, Lesson.Source source, Instant now) {
        Instant since = now.minus(REMEMBERED);
        Future<List<ShownList.Settled>> goesWith = settled(SuggestionList.GOES_WITH, since);
        Future<List<ShownList.Settled>> stepUp = settled(SuggestionList.STEP_UP, since);
        return Future.all(goesWith, stepUp, lists.forget(since))
                .map(all -> new Lessons.Taught(goesWith.result(), stepUp.result(), live, source));
    }

    private Future<List<ShownList.Settled>> settled(SuggestionList list, Instant since) {
        return lists.settled(list, Blends.form(list), since, MOST);
    }

    private void remember(
            ConversationId conversation, int episode, SuggestionList list, List<Suggestion> shown, Instant at) {
        String form = Blends.form(list);
        List<ShownList.Entry> known = new ArrayList<>();
        List<Float> contexts = new ArrayList<>();
        for (Suggestion one : shown) {
            Traits traits = one.traits();
            if (traits == null || !traits.form().equals(form)) continue;
            known.add(new ShownList.Entry(one.product(), one.place(), floats(traits.features())));
            if (contexts.isEmpty()) contexts.addAll(floats(traits.contexts()));
        }
        if (known.size() < 2) return; // nothing was chosen among one
        lists.add(new ShownList(conversation, episode, list, at, form, known, contexts))
                .onFailure(failure -> LOG.warn("shown list not kept conversation={}", conversation, failure));
    }

    private static List<Float> floats(float[] values) {
        List<Float> all = new ArrayList<>();
        for (float value : values) all.add(value);
        return all;
    }
}
