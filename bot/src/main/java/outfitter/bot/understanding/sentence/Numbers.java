package outfitter.bot.understanding.sentence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Many numbers as bytes, quickly. */
final class Numbers {
    private Numbers() {}

    static void write(float[] numbers, DataOutput out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
        bytes.asFloatBuffer().put(numbers);
        out.writeInt(numbers.length);
        out.write(bytes.array());
    }

    static float[] floats(DataInput in) throws IOException {
        float[] numbers = new float[in.readInt()];
        byte[] bytes = new byte[numbers.length * Float.BYTES];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asFloatBuffer().get(numbers);
        return numbers;
    }

    static void write(double[] numbers, DataOutput out) throws IOException {
        out.writeInt(numbers.length);
        for (double each : numbers) out.writeDouble(each);
    }

    static double[] doubles(DataInput in) throws IOException {
        double[] numbers = new double[in.readInt()];
        for (int i = 0; i < numbers.length; i++) numbers[i] = in.readDouble();
        return numbers;
    }
}
