package outfitter.recommender.session;

import outfitter.recommender.blend.Board;
import outfitter.recommender.blend.Largest;

/**
 * Two steps along {@link Followers} from the last three items, the earlier at half the weight of the later: what follows
 * what follows. Reaches items that were never seen in one session with the visit's own; a third step, from the best that
 * two have reached, goes further.
 */
final class Walk {
    private static final float[] FROM = {1, 0.5f, 0.25f};
    private static final int SECOND = 30;
    private static final int FROM_SECOND = 30;

    private Walk() {}

    /** Two steps. */
    static void score(Followers followers, Visit visit, Board board, int column) {
        for (int back = 0; back < Math.min(FROM.length, visit.length()); back++) {
            int start = visit.item(visit.length() - 1 - back);
            int from = followers.from(start);
            int to = Math.min(followers.to(start), from + (Followers.MOST >> back)); // the heaviest say nearly all
            for (int at = from; at < to; at++) {
                step(followers, followers.item(at), FROM[back] * followers.share(at), board, column);
            }
        }
    }

    /** One more, from the best of {@code column} to {@code further}. */
    static void goOn(Followers followers, Board board, int column, int further, long[] packed) {
        int length = board.pack(column, packed);
        int kept = Largest.toFront(packed, length, FROM_SECOND);
        for (int i = 0; i < kept; i++) {
            step(followers, Largest.number(packed[i]), Largest.score(packed[i]), board, further);
        }
    }

    /** The item between that carries most from the visit's last items to {@code item}; -1 when there is none. */
    static int through(Followers followers, Visit visit, int item) {
        int best = -1;
        float most = 0;
        for (int back = 0; back < Math.min(FROM.length, visit.length()); back++) {
            int start = visit.item(visit.length() - 1 - back);
            for (int at = followers.from(start); at < followers.to(start); at++) {
                float carried = FROM[back] * followers.share(at) * shareOf(followers, followers.item(at), item);
                if (carried <= most) continue;
                most = carried;
                best = followers.item(at);
            }
        }
        return best;
    }

    private static void step(Followers followers, int item, float weight, Board board, int column) {
        int from = followers.from(item);
        int to = Math.min(followers.to(item), from + SECOND);
        float step = weight / Followers.UNIT;
        for (int at = from; at < to; at++) {
            board.add(followers.item(at), column, step * followers.steps(at));
        }
    }

    private static float shareOf(Followers followers, int item, int wanted) {
        for (int at = followers.from(item); at < followers.to(item); at++) {
            if (followers.item(at) == wanted) return followers.share(at);
        }
        return 0;
    }
}
