package org.warmhandoff.server.access.rate;

import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops reading a body that comes a byte at a time: each byte is in time for the container, the whole never is. */
final class SlowBody extends OncePerRequestFilter {

    private final Duration most;

    SlowBody(Duration most) {
        this.most = most;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletInputStream getInputStream() throws IOException {
                        return new Timed(super.getInputStream());
                    }
                },
                response);
    }

    private final class Timed extends ServletInputStream {

        private final ServletInputStream body;
        private final long end = System.nanoTime() + most.toNanos();

        Timed(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            check(next);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = body.read(buffer, offset, length);
            check(got);
            return got;
        }

        private void check(int got) {
            if (got >= 0 && System.nanoTime() - end > 0) {
                throw new UnclassifiedServerFailureException(
                        HttpStatus.REQUEST_TIMEOUT.value(), "The body took longer than " + most.toSeconds() + " s");
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
