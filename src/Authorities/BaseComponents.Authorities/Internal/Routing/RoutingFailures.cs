using System.Net;

namespace BaseComponents.Authorities.Internal.Routing;

/// <summary>The faults of the routing service and of issuers' keys. Addresses stand in them without the question, which may be what a citizen typed.</summary>
internal static class RoutingFailures
{
    public static AuthoritiesException Unreachable(RoutingLimits limits, Exception cause) => new(
        "authorities.routing-unreachable",
        $"{limits.Address} could not be asked: the connection failed or broke off. Check the address, the network and proxy, and the trust anchors.",
        isTransient: true,
        cause);

    public static AuthoritiesException TimedOut(RoutingLimits limits, Exception cause) => new(
        "authorities.routing-unreachable",
        $"{limits.Address} did not answer within {limits.Timeout}. Check the network, or raise Timeout.",
        isTransient: true,
        cause);

    public static AuthoritiesException Limited(RoutingLimits limits, TimeSpan? wait, Exception? cause) => new(
        "authorities.routing-limited",
        $"{limits.Address} takes no more requests now. {(wait is { } time ? $"It says for {time:c}." : "It does not say for how long.")} Ask later, and less often.",
        isTransient: true,
        cause)
    { RetryAfter = wait };

    public static AuthoritiesException Refused(RoutingLimits limits, HttpResponseMessage answer, string? title) => new(
        "authorities.routing-refused",
        $"{limits.Address} answered with status {(int)answer.StatusCode}{(title is null ? "" : $" ({title})")}. {Hint(answer.StatusCode)}",
        (int)answer.StatusCode >= 500 || answer.StatusCode == HttpStatusCode.RequestTimeout)
    { CorrelationId = CorrelationOf(answer) };

    public static AuthoritiesException TooLarge(RoutingLimits limits, Exception cause) => new(
        "authorities.routing-too-large",
        $"{limits.Address} sent more than {limits.MaxBytes} bytes. If that is right, raise MaxAnswerBytes, or lower PageSize.",
        isTransient: false,
        cause);

    public static AuthoritiesException TooMany(RoutingLimits limits, int most) => new(
        "authorities.routing-too-large",
        $"{limits.Address} has more than {most} results. Ask for a smaller area, or raise MaxResults.",
        isTransient: false);

    public static AuthoritiesException Invalid(RoutingLimits limits, Exception cause) => new(
        "authorities.routing-invalid",
        $"What {limits.Address} sent is not in the expected form, or was cut off. Check Version and PathPrefix, then ask the operator.",
        isTransient: false,
        cause);

    public static AuthoritiesException Unexpected(RoutingLimits limits, Exception cause) => new(
        "authorities.unexpected",
        $"Asking {limits.Address} failed in a way that was not foreseen ({cause.GetType().Name}). Please report it.",
        isTransient: false,
        cause);

    private static string Hint(HttpStatusCode status) => (int)status switch
    {
        400 => "It does not take the question in this form. Check Version.",
        401 or 403 => "It refuses this sender. Check UserAgent, and whether the network may reach it.",
        404 or 410 => "Check BaseAddress, Version and PathPrefix.",
        >= 300 and < 400 => "Redirects are not followed; set the final address.",
        _ => "The service has a problem of its own; ask later.",
    };

    private static string? CorrelationOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("X-Request-ID", out var values) && values.First() is { Length: <= 100 } id ? id : null;
}
