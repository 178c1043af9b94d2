using System.Net;

namespace BaseComponents.Authorities.Internal.Live;

/// <summary>The faults of live sources. They name the source, never what was asked or answered.</summary>
internal static class LiveFailures
{
    public static AuthoritiesException Unreachable(AnswerSource source, Exception cause) => new(
        "authorities.live-unreachable",
        $"The live source {source} could not be asked: the connection failed or broke off. Check the address, the network and proxy, and the trust anchors.",
        isTransient: true,
        cause);

    public static AuthoritiesException TimedOut(AnswerSource source, TimeSpan limit, Exception cause) => new(
        "authorities.live-unreachable",
        $"The live source {source} did not answer within {limit}. Check the network, or raise RequestTimeout or QuestionTimeout.",
        isTransient: true,
        cause);

    public static AuthoritiesException Refused(AnswerSource source, string resource, HttpStatusCode status, string? correlationId) => new(
        "authorities.live-refused",
        $"The live source {source} answered {resource} with status {(int)status}. {Hint(status)}",
        IsTransient(status))
    { CorrelationId = correlationId };

    public static AuthoritiesException Paused(AnswerSource source, TimeSpan wait) => new(
        "authorities.live-paused",
        $"The live source {source} is left alone for {Math.Ceiling(wait.TotalSeconds):0} more seconds: it asked for that, it failed just now, or too many questions wait. Ask again later, or raise RequestsPerSecond if the operator agrees.",
        isTransient: true);

    public static AuthoritiesException Invalid(AnswerSource source, string resource, string problem) => new(
        "authorities.live-invalid",
        $"The live source {source} answered {resource} with something that is not used: {problem} If it stays so, the version of the resource may have changed: compare the paths of the settings with the operator's documentation.",
        isTransient: false);

    public static AuthoritiesException TooLarge(AnswerSource source, string resource, int limit, Exception cause) => new(
        "authorities.live-too-large",
        $"The live source {source} answered {resource} with more than {limit} bytes. If that is right for this source, raise MaxAnswerBytes.",
        isTransient: false,
        cause);

    public static AuthoritiesException Unexpected(AnswerSource source, Exception cause) => new(
        "authorities.unexpected",
        $"Asking the live source {source} failed in a way that was not foreseen ({cause.GetType().Name}). Please report it.",
        isTransient: false,
        cause);

    public static bool IsTransient(HttpStatusCode status) => (int)status >= 500 || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;

    private static string Hint(HttpStatusCode status) => (int)status switch
    {
        401 or 403 => "It wants to know who asks: set ClientId.",
        410 => "The version of this resource has ended: set the next one in Paths.",
        429 => "It is asked too often: lower RequestsPerSecond.",
        >= 300 and < 400 => "Redirects are not followed; set the final address.",
        >= 500 => "It has a problem of its own; it is asked again later.",
        _ => "Check the address, the paths and the names of parameters.",
    };
}
