package outfitter.recommender.blend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoardTest {
    private final Board board = new Board(2, 1_000);

    @Test
    void pointsAreScaledByItemOrByTheirTurn() {
        for (int item = 999; item >= 300; item--) board.add(item, 1, item);

        board.scale(400, 1, 2);
        board.scale(7, 1, 2);
        board.scaleAt(0, 1, 3);

        assertThat(board.get(400, 1)).isEqualTo(800);
        assertThat(board.get(999, 1)).isEqualTo(2_997);
        assertThat(board.get(998, 1)).isEqualTo(998);
        assertThat(board.has(7)).isFalse();
    }

    @Test
    void whatWasGivenForOneQuestionIsForgottenInTheNext() {
        board.add(5, 0, 1);
        board.clear(1_000);
        board.add(6, 0, 2);

        assertThat(board.has(5)).isFalse();
        assertThat(board.get(6, 0)).isEqualTo(2);
        assertThat(board.get(6, 1)).isZero();
        assertThat(board.largest(0)).isEqualTo(2);
    }
}
