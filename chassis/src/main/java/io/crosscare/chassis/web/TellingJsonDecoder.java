package io.crosscare.chassis.web;

import io.crosscare.chassis.problem.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON bodies; of one that cannot be read it tells every field that is wrong, at the cost of reading it once more. */
public final class TellingJsonDecoder extends JacksonJsonDecoder {

    public TellingJsonDecoder(JsonMapper json) {
        super(json);
    }

    @Override
    public Object decode(
            DataBuffer body, ResolvableType type, @Nullable MimeType mimeType, @Nullable Map<String, Object> hints) {
        int begin = body.readPosition();
        DataBufferUtils.retain(body);
        try {
            return super.decode(body, type, mimeType, hints);
        } catch (DecodingException e) {
            body.readPosition(begin);
            if (e.getCause() instanceof JacksonException fault) {
                throw ProblemException.invalid(InputErrors.ofJson(fault, bytesOf(body), type.getType(), getMapper()));
            }
            throw e;
        } finally {
            DataBufferUtils.release(body);
        }
    }

    private static byte[] bytesOf(DataBuffer body) {
        byte[] bytes = new byte[body.readableByteCount()];
        body.read(bytes);
        return bytes;
    }
}
