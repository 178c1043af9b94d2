using System.Security.Cryptography;
using BaseComponents.Authorities.Internal.Storage;
using BaseComponents.Authorities.Keys;
using BaseComponents.Shared;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Internal;

/// <summary>Checks what attributes cannot say: addresses that fit the environment, keys, certificates.</summary>
internal sealed class SourceOptionsValidator(string registration, string section, IHostEnvironment? host, bool hasLiveSource = false) : IValidateOptions<AuthoritiesOptions>
{
    private readonly SettingProblems _problems = new(section);

    public ValidateOptionsResult Validate(string? name, AuthoritiesOptions options)
    {
        if (name != registration)
            return ValidateOptionsResult.Skip;
        var problems = Environments(options).Concat(Durations(options)).Concat(Sources(options)).Concat(Communities(options)).Concat(_problems.TrustAnchors(options.TrustAnchorsPem)).Concat(Snapshots(options)).Concat(Live(options)).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Environments(AuthoritiesOptions options)
    {
        if (options.Environment == AuthoritiesEnvironment.Sandbox && SandboxGuard.SandboxRefusal(section, host) is { } refusal)
            yield return refusal;
    }

    private IEnumerable<string> Durations(AuthoritiesOptions options) =>
    [
        .. _problems.Duration(nameof(options.ReloadInterval), options.ReloadInterval, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30)),
        .. _problems.Duration(nameof(options.RetryDelay), options.RetryDelay, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
        .. _problems.Duration(nameof(options.SnapshotAgeLimit), options.SnapshotAgeLimit, TimeSpan.FromHours(1), TimeSpan.FromDays(365)),
        .. _problems.Duration(nameof(options.DownloadTimeout), options.DownloadTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
    ];

    private IEnumerable<string> Sources(AuthoritiesOptions options)
    {
        if (options.Snapshot.Path is not null)
            yield break;
        var needsData = options.Precedence != SourcePrecedence.LiveOnly;
        if (needsData && options.Deliveries.Count == 0)
            yield return $"{section}:Deliveries: name at least one address or file, or a Snapshot:Path.";
        if (options.RegionList.Length == 0 && (needsData || AllOf(options).Any(location => location.Length > 0)))
            yield return $"{section}:RegionList: name an address or file, or a Snapshot:Path.";
        foreach (var location in AllOf(options).Where(location => needsData || location.Length > 0))
        {
            if (string.IsNullOrWhiteSpace(location))
                yield return $"{section}: an address or file is empty.";
            else if (DataSource.AddressOf(location) is { } address && AddressProblem(options, address) is { } problem)
                yield return problem;
        }
    }

    private string? AddressProblem(AuthoritiesOptions options, Uri address) => options.Environment switch
    {
        AuthoritiesEnvironment.Production => SandboxGuard.ProductionRefusal(section, address),
        _ when address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback => $"{section}: {address.Host} must be reached over https.",
        _ => null,
    };

    // A wrong entry would send citizens' applications to a foreign town hall.
    private IEnumerable<string> Communities(AuthoritiesOptions options)
    {
        var setting = $"{section}:FulfillingMunicipalities";
        var seen = new HashSet<RegionKey>();
        foreach (var (community, municipality) in options.FulfillingMunicipalities)
        {
            if (!IsOf(RegionLevel.Association, community, out var whole) || !IsOf(RegionLevel.Municipality, municipality, out var acting))
                yield return $"{setting}: each entry maps an association (9 digits) to a municipality (12 digits); '{community}' does not.";
            else if (acting.Association != whole)
                yield return $"{setting}: {acting} is not a member of {whole}, as its first nine digits say; only a member can act for the others.";
            else if (!seen.Add(whole))
                yield return $"{setting}: {whole} is named twice.";
        }
    }

    private static bool IsOf(RegionLevel level, string text, out RegionKey key) => RegionKey.TryParse(text, out key) && key.Level == level;

    private IEnumerable<string> Snapshots(AuthoritiesOptions options)
    {
        var setting = $"{section}:Snapshot";
        if (options.Snapshot.AllowUnsigned && options.Environment != AuthoritiesEnvironment.Sandbox)
            yield return $"{setting}:AllowUnsigned: only the Sandbox takes snapshots without signature.";
        if (options.Snapshot.Path is not null && AllOf(options).Any(location => location.Length > 0))
            yield return $"{setting}:Path: a directory answers from a snapshot or from Deliveries, RegionList, AdditionalRegionLists, PostalCodes and TerritoryChanges, not from both.";
        if (options.Snapshot is { Path: not null, PublicKeys.Count: 0, AllowUnsigned: false })
            yield return $"{setting}:PublicKeys: name the key of whoever makes the snapshots.";
        if (options.Snapshot.PublicKeys.Any(static key => !IsPublicKey(key)))
            yield return $"{setting}:PublicKeys: each is the PEM text of a public key, ECDSA on P-256 or P-384.";
    }

    private IEnumerable<string> Live(AuthoritiesOptions options)
    {
        if (options.Precedence == SourcePrecedence.LiveOnly && !hasLiveSource)
            yield return $"{section}:Precedence: LiveOnly needs a live source; call AddPvog on what AddAuthorities returns.";
    }

    private static bool IsPublicKey(string pem)
    {
        try
        {
            using var key = SnapshotSignatures.ReadKey(pem);
            return !pem.Contains("PRIVATE KEY", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    // A list in a settings file may have null among its items.
    private static IEnumerable<string> AllOf(AuthoritiesOptions options) => options.Deliveries.Append(options.RegionList).Concat(options.AdditionalRegionLists).Select(static location => location ?? "")
        .Concat(new[] { options.PostalCodes, options.TerritoryChanges }.OfType<string>());
}
