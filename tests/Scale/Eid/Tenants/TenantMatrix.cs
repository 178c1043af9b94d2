using System.Security.Cryptography.X509Certificates;
using BaseComponents.Tests.Eid.Saml.Forge;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tests.Scale.Eid.Tenants;

/// <summary>Every artefact of every town, tried at every other one, in each way in which towns can live side by side.</summary>
internal static class TenantMatrix
{
    private const int Towns = 6;

    /// <summary>Six log-ins in one process, citizens' and companies', each with keys of its own.</summary>
    public static Task<MatrixResult> OneProcessAsync() => RunAsync([.. Enumerable.Range(0, Towns).Select(number => Town(number, Scheme(number), number % 2 == 1, $"town-{number}"))], apart: false);

    /// <summary>The same by a vendor that gives all towns the same certificates: only names and purposes keep them apart.</summary>
    public static Task<MatrixResult> OneProcessAndOneKeyAsync()
    {
        var (signing, decryption) = (Parties.Certificate("all"), Parties.Certificate("all"));
        return RunAsync([.. Enumerable.Range(0, Towns).Select(number => new Tenant(number, Scheme(number), number % 2 == 1, signing, decryption))], apart: false);
    }

    /// <summary>A process for each town, set up alike down to the names of schemes and cookies, with the same Data Protection keys, store, cache of sessions and certificates.</summary>
    public static Task<MatrixResult> ProcessesAlikeAsync()
    {
        var (signing, decryption) = (Parties.Certificate("all"), Parties.Certificate("all"));
        return RunAsync([.. Enumerable.Range(0, Towns).Select(number => new Tenant(number, "BundId", IsForCompanies: false, signing, decryption))], apart: true);
    }

    private static string Scheme(int number) => number % 2 == 1 ? $"konto-{number}" : $"bundid-{number}";

    private static Tenant Town(int number, string scheme, bool isForCompanies, string name) => new(number, scheme, isForCompanies, Parties.Certificate(name), Parties.Certificate(name));

    private static async Task<MatrixResult> RunAsync(IReadOnlyList<Tenant> towns, bool apart)
    {
        var (store, keys) = (new WatchedStore(), new EphemeralDataProtectionProvider());
        var sessions = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions { Clock = new StoppedClock() }));
        var hosts = new List<TenantHost>();
        foreach (var group in apart ? towns.Select(town => (IReadOnlyList<Tenant>)[town]) : [towns])
            hosts.Add(await TenantHost.StartAsync(group, store, keys, sessions));
        try
        {
            return await TryAllAsync(towns, new Artefacts(tenant => hosts.Single(host => host.Tenants.Contains(tenant)).Client, store));
        }
        finally
        {
            foreach (var host in hosts)
                await host.DisposeAsync();
        }
    }

    private sealed class StoppedClock : ISystemClock
    {
        public DateTimeOffset UtcNow => Parties.Now;
    }

    private static async Task<MatrixResult> TryAllAsync(IReadOnlyList<Tenant> towns, Artefacts artefacts)
    {
        var (cells, accepted, refused) = (0, new List<string>(), new List<string>());
        foreach (var (name, tryAsync) in artefacts.All)
        {
            foreach (var at in towns)
                if (!await tryAsync(at, at))
                    refused.Add($"{name} of {at.Scheme} {at.Number} at home");
            foreach (var (of, at) in towns.SelectMany(of => towns.Where(at => at != of).Select(at => (of, at))))
            {
                cells++;
                if (await tryAsync(of, at))
                    accepted.Add($"{name} of {of.Scheme} {of.Number} at {at.Scheme} {at.Number}");
            }
        }

        return new MatrixResult(cells, accepted, refused);
    }
}

/// <summary>What came of it.</summary>
/// <param name="Cells">How many artefacts were tried at a foreign town.</param>
/// <param name="CrossAccepted">Those that were good there: each is a hole.</param>
/// <param name="RefusedAtHome">Those that were not good even where they come from: each is a cell that says nothing.</param>
internal sealed record MatrixResult(int Cells, IReadOnlyList<string> CrossAccepted, IReadOnlyList<string> RefusedAtHome);
