using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>Where browsers may be sent after a log-in.</summary>
internal static class ReturnTarget
{
    // Each log-in under way keeps its address: whoever begins many must not fill the store with long ones.
    private const int Longest = 2000;

    /// <summary>Whether an address stays within this application.</summary>
    public static bool IsLocal([NotNullWhen(true)] string? address) => RedirectHttpResult.IsLocalUrl(address) && !address!.StartsWith('~');

    /// <summary>Whether an address stays within this application, or leads to a site that the settings name.</summary>
    public static bool IsAllowed([NotNullWhen(true)] string? address, IEnumerable<string> origins) =>
        address is { Length: <= Longest } && (IsLocal(address) || (OriginOf(address) is { } origin && origins.Contains(origin, StringComparer.Ordinal)));

    /// <summary>What is wrong with the setting, if anything.</summary>
    public static string? SettingFailure(string section, IEnumerable<string> origins, EidEnvironment? environment) =>
        origins.All(origin => OriginOf(origin) == origin && (environment is EidEnvironment.Sandbox || origin.StartsWith("https://", StringComparison.Ordinal)))
            ? null
            : $"{section}:AllowedReturnOrigins: each is scheme, host and port of an https site, such as https://formulare.stadt.example, without a path and without a '/' at the end.";

    // Browsers read addresses more loosely than Uri does: what the two could understand differently is no address here.
    private static string? OriginOf(string? address) =>
        address is not null
        && !address.Any(letter => letter is '\\' or '@' || char.IsControl(letter) || char.IsWhiteSpace(letter))
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "https" or "http"
        && address.StartsWith(uri.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
            ? uri.GetLeftPart(UriPartial.Authority)
            : null;
}
