package dev.fermata.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Task;
import java.net.BindException;
import java.net.StandardSocketOptions;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TcpListenerTest {
    private final LoopThread loop = new LoopThread();
    private TcpListener listener;

    @BeforeEach
    void bind() throws Exception {
        listener = loop.on(() -> TcpListener.loopback(0));
    }

    @AfterEach
    void close() throws Exception {
        loop.close();
        assertThat(loop.poller.open()).isZero();
        assertThat(loop.unobserved).isEmpty();
    }

    @Test
    void portZeroIsReplacedByTheOneThatWasFound() {
        assertThat(listener.localAddress().getPort()).isPositive();
        assertThat(listener.localAddress().getAddress().isLoopbackAddress()).isTrue();
    }

    @Test
    void anAcceptTakesAConnectionThatWasMadeBefore() throws Exception {
        TcpStream client = loop.await(() -> TcpStream.connect(listener.localAddress()));
        assertThat(loop.await(listener::accept).remoteAddress()).isEqualTo(client.localAddress());
    }

    @Test
    void anAcceptWaitsForAConnection() throws Exception {
        Task<TcpStream> accept = loop.on(listener::accept);
        assertThat(loop.on(accept::isDone)).isFalse();
        TcpStream client = loop.await(() -> TcpStream.connect(listener.localAddress()));
        assertThat(loop.await(() -> accept).remoteAddress()).isEqualTo(client.localAddress());
    }

    @Test
    void aSecondAcceptInFlightIsMisuse() throws Exception {
        Task<TcpStream> accept = loop.on(listener::accept);
        assertThatThrownBy(() -> loop.on(listener::accept))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("accept")
                .hasMessageContaining("one at a time");
        loop.cancel(accept);
    }

    @Test
    void closingFailsTheAcceptInFlightAndSaysSo() throws Exception {
        Task<TcpStream> accept = loop.on(listener::accept);
        loop.await(listener::closeAsync);
        assertThatThrownBy(() -> loop.await(() -> accept))
                .isInstanceOf(AsynchronousCloseException.class)
                .hasMessageContaining("the listener on " + listener.localAddress() + " was closed");
        assertThat(loop.on(loop.poller::registered)).isZero();
    }

    @Test
    void aClosedListenerAcceptsNothingAndItsStreamsLiveOn() throws Exception {
        TcpStream client = loop.await(() -> TcpStream.connect(listener.localAddress()));
        TcpStream server = loop.await(listener::accept);
        loop.await(listener::closeAsync);
        loop.await(listener::closeAsync);
        assertThatThrownBy(() -> loop.await(listener::accept)).isInstanceOf(ClosedChannelException.class);
        loop.await(client::closeAsync);
        assertThat(Pair.readAll(loop, server, 8, 0)).isEmpty();
        assertThat(listener).asString().contains("closed");
    }

    @Test
    void anAddressInUseFailsTheBind() throws Exception {
        assertThatThrownBy(() -> loop.on(() -> TcpListener.bind(listener.localAddress())))
                .isInstanceOf(BindException.class);
    }

    @Test
    void theAddressCanBeBoundAgainWhileOldConnectionsLinger() throws Exception {
        assertThat(listener.option(StandardSocketOptions.SO_REUSEADDR)).isTrue();
        TcpStream client = loop.await(() -> TcpStream.connect(listener.localAddress()));
        TcpStream server = loop.await(listener::accept);
        loop.await(server::closeAsync); // this side first: it is left waiting in TIME_WAIT
        loop.await(client::closeAsync);
        loop.await(listener::closeAsync);
        TcpListener again = loop.on(() -> TcpListener.bind(listener.localAddress()));
        assertThat(again.localAddress()).isEqualTo(listener.localAddress());
    }
}
