package io.pumasentinel.event.ingest;

/**
 * The status that Rails answers an exception with by default: {@code
 * ActionDispatch::ExceptionWrapper.rescue_responses}, by the class's last name.
 */
final class RailsStatus {

    private RailsStatus() {}

    static int of(String type) {
        return switch (type.substring(type.lastIndexOf(':') + 1)) {
            case "RoutingError", "ActionNotFound", "RecordNotFound", "MissingExactTemplate" -> 404;
            case "BadRequest",
                    "ParameterMissing",
                    "ParseError",
                    "InvalidParameterError",
                    "ParameterTypeError" ->
                    400;
            case "MethodNotAllowed", "UnknownHttpMethod" -> 405;
            case "UnknownFormat", "InvalidType" -> 406;
            case "StaleObjectError" -> 409;
            case "InvalidAuthenticityToken",
                    "InvalidCrossOriginRequest",
                    "RecordInvalid",
                    "RecordNotSaved" ->
                    422;
            case "NotImplemented" -> 501;
            default -> 500;
        };
    }
}
