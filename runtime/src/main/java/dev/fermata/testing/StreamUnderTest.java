package dev.fermata.testing;

import dev.fermata.Task;
import dev.fermata.net.TcpStream;
import java.nio.ByteBuffer;

/** One end of a connection, as {@link StreamConformance} sees it. The methods promise what those of {@link TcpStream} do. */
public interface StreamUnderTest {
    /** Reads what is there, and waits if that is nothing; -1 at the end of the stream. */
    Task<Integer> read(ByteBuffer buffer) throws Exception;

    /** Writes all that remains in the buffer. */
    Task<Void> write(ByteBuffer buffer) throws Exception;

    /** Ends this side's output. */
    Task<Void> shutdownOutput() throws Exception;

    /** Closes this end. */
    Task<Void> closeAsync() throws Exception;

    /** A {@link TcpStream}, to be tested. */
    static StreamUnderTest of(TcpStream stream) {
        return new StreamUnderTest() {
            @Override
            public Task<Integer> read(ByteBuffer buffer) throws Exception {
                return stream.read(buffer);
            }

            @Override
            public Task<Void> write(ByteBuffer buffer) throws Exception {
                return stream.write(buffer);
            }

            @Override
            public Task<Void> shutdownOutput() throws Exception {
                return stream.shutdownOutput();
            }

            @Override
            public Task<Void> closeAsync() throws Exception {
                return stream.closeAsync();
            }
        };
    }
}
