using System.Net;

namespace BaseComponents.Authorities.Internal;

/// <summary>The faults of this package, each with its code, cause and next step.</summary>
internal static class Failures
{
    public static AuthoritiesException NoData(AuthoritiesException cause) => new(
        "authorities.no-data",
        $"The authority directory has no data yet: {cause.Code} for its source. It tries again by itself; GetStatusAsync shows the last failure.",
        cause.IsTransient,
        cause);

    public static AuthoritiesException Unreachable(string location, Exception cause) => new(
        "authorities.source-unreachable",
        $"{DataSource.Shown(location)} could not be read: the connection failed or broke off. Check the address, the network and proxy, and the trust anchors.",
        isTransient: true,
        cause);

    public static AuthoritiesException TimedOut(string location, TimeSpan limit, Exception cause) => new(
        "authorities.source-unreachable",
        $"{DataSource.Shown(location)} did not arrive within {limit}. Check the network, or raise DownloadTimeout.",
        isTransient: true,
        cause);

    public static AuthoritiesException Refused(string location, HttpStatusCode status, string? correlationId) => new(
        "authorities.source-refused",
        $"{DataSource.Shown(location)} answered with status {(int)status}. {Hint(status)}",
        IsTransient(status))
    { CorrelationId = correlationId };

    public static AuthoritiesException Unreadable(string location, Exception cause) => new(
        "authorities.file-unreadable",
        $"The file {location} cannot be read. Check that it exists and that this process may read it.",
        isTransient: false,
        cause);

    public static AuthoritiesException TooLarge(string location, long limit, Exception cause) => new(
        "authorities.too-large",
        $"{DataSource.Shown(location)} is larger than {limit} bytes. If that is right for this source, raise MaxFileBytes.",
        isTransient: false,
        cause);

    public static AuthoritiesException Invalid(string location, Exception cause) => new(
        "authorities.data-invalid",
        $"{DataSource.Shown(location)} is not in the expected form, or was cut off: {cause.Message} Ask the operator of the source for a whole file.",
        isTransient: false,
        cause);

    public static AuthoritiesException Unexpected(string location, Exception cause) => new(
        "authorities.unexpected",
        $"Reading {DataSource.Shown(location)} failed in a way that was not foreseen ({cause.GetType().Name}). Please report it with the file.",
        isTransient: false,
        cause);

    public static AuthoritiesException Configuration(Exception cause) => new(
        "authorities.configuration",
        $"The settings of the directory were changed to something invalid: {cause.Message} Mend them; no restart is needed.",
        isTransient: false,
        cause);

    private static bool IsTransient(HttpStatusCode status) => (int)status >= 500 || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;

    private static string Hint(HttpStatusCode status) => (int)status switch
    {
        401 or 403 => "The source wants credentials or another sender.",
        404 or 410 => "Check the address.",
        >= 300 and < 400 => "Redirects are not followed; set the final address.",
        _ => "The source has a problem of its own; it is asked again later.",
    };
}
