using System.Net;
using BaseComponents.Shared.OAuth;

namespace BaseComponents.Authorities.Internal.Bulk;

/// <summary>The faults of downloads, each with its code, cause and next step.</summary>
internal static class BulkFailures
{
    public static AuthoritiesException MustWait(TimeSpan wait) => new(
        "authorities.source-refused",
        $"The service of bulk data wants to be left alone for {wait:c}, which is longer than LongestWait. Start the download again later: it goes on where it was.",
        isTransient: true);

    public static AuthoritiesException ForeignAddress() => new(
        "authorities.bulk-foreign-address",
        "The service of bulk data names a next page that does not lie below BaseAddress. It was not fetched, since the access token would have gone there. Compare BaseAddress with the operator's letter: scheme, host, port and path must be those that the service itself uses.",
        isTransient: false);

    public static AuthoritiesException Loop(string reason) => new(
        "authorities.bulk-loop",
        $"The service of bulk data leads in a circle: {reason} Nothing of this page was kept. Ask the operator; BulkRun.Anew begins with the first page.",
        isTransient: false);

    public static AuthoritiesException Invalid(string reason, Exception? cause = null) => new(
        "authorities.data-invalid",
        $"A page of bulk data is not in the expected form: {reason} Nothing of it was kept, and what the folder held is still there. Start the download again; if it stays so, ask the operator.",
        isTransient: false,
        cause);

    public static AuthoritiesException TooLarge(string setting, long limit, Exception? cause = null) => new(
        "authorities.too-large",
        $"The bulk data is larger than {setting} allows ({limit}). What arrived before is kept. If that is right for this service, raise {setting} and start again: the download goes on where it was.",
        isTransient: false,
        cause);

    public static AuthoritiesException RunTooLong(TimeSpan limit, Exception cause) => new(
        "authorities.source-unreachable",
        $"The download took longer than RunTimeout ({limit:c}). What arrived is kept. Start it again: it goes on where it was.",
        isTransient: true,
        cause);

    public static AuthoritiesException PageTooLong(TimeSpan limit, Exception cause) => new(
        "authorities.source-unreachable",
        $"A page of bulk data did not arrive within {limit:c}. Check the network, or raise PageTimeout. Start again: the download goes on where it was.",
        isTransient: true,
        cause);

    public static AuthoritiesException Folder(string folder, string problem, Exception? cause = null) => new(
        "authorities.bulk-folder",
        $"The folder {folder} cannot be used for bulk data: {problem}",
        isTransient: false,
        cause);

    public static AuthoritiesException Busy(string folder, Exception cause) => new(
        "authorities.bulk-busy",
        $"Another download writes into the folder {folder}. Wait for its end, or name another folder.",
        isTransient: true,
        cause);

    public static AuthoritiesException Incomplete(string folder) => new(
        "authorities.bulk-incomplete",
        $"The folder {folder} holds no complete download. A part of the data would name wrong offices. Start the download again: it goes on where it was.",
        isTransient: false);
}

/// <summary>What can go wrong with tokens for bulk data.</summary>
internal sealed class BulkTokenFaults : ITokenFaults
{
    public Exception Refused(HttpStatusCode status) => new AuthoritiesException(
        "authorities.access-denied",
        $"The token service refused the credentials (HTTP {(int)status}). Compare ClientId, ClientSecret, Scope and TokenAddress with the operator's letter; some operators want SecretInBody.",
        isTransient: false);

    public Exception OutOfOrder(HttpStatusCode status) => new AuthoritiesException(
        "authorities.source-refused", $"The token service is out of order (HTTP {(int)status}). Nothing was fetched: try again later.", isTransient: true);

    public Exception Unreachable(Exception cause) => new AuthoritiesException(
        "authorities.source-unreachable", "The token service could not be reached. Check TokenAddress, the network and proxy, and the trust anchors.", isTransient: true, cause);

    public Exception Unreadable() => new AuthoritiesException(
        "authorities.data-invalid", "The token service answered something that is no bearer token. Check that TokenAddress is its token endpoint.", isTransient: false);
}
