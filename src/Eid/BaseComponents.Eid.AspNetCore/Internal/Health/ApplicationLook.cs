using System.Security.Cryptography;
using BaseComponents.Shared.Health;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore.Internal.Health;

/// <summary>What hangs on the application and not on its settings: the keys that seal sessions, and the store of one-time things.</summary>
internal sealed class ApplicationLook(IDataProtectionProvider protection, IOptions<KeyManagementOptions> keys, IEidOneTimeStore store, TimeProvider clock)
{
    private static readonly TimeSpan ProbeLifetime = TimeSpan.FromMinutes(1);

    public async Task LookAsync(HealthFindings findings, CancellationToken cancellationToken)
    {
        Keys(findings);
        await StoreAsync(findings, cancellationToken).ConfigureAwait(false);
    }

    private void Keys(HealthFindings findings)
    {
        const string Subject = "Data Protection keys";
        const string Action = "Call AddDataProtection().PersistKeysTo…().ProtectKeysWith…() in Program.cs, the same place for all nodes.";
        if (protection is EphemeralDataProtectionProvider || keys.Value.XmlRepository is null)
            findings.Fail("keys-ephemeral", Subject, "Nobody has decided where they are kept: a restart or a second node ends sessions and log-ins.", Action);
        else if (keys.Value.XmlEncryptor is null)
            findings.Fail("keys-unencrypted", Subject, "They are kept without encryption: who reads them makes sessions of their own.", Action);
        else if (keys.Value.XmlRepository is FileSystemXmlRepository)
            findings.Ok("keys", Subject, "They are kept in a folder and encrypted; all nodes need the same folder.");
        else
            findings.Ok("keys", Subject, "They are kept and encrypted.");
    }

    private async Task StoreAsync(HealthFindings findings, CancellationToken cancellationToken)
    {
        const string Subject = "one-time store";
        if (store is InMemoryOneTimeStore)
        {
            findings.Warn("one-time-store-in-memory", Subject, "It is the memory of this process: with two nodes log-ins fail, and a restart ends those that are under way.", "Use SqlOneTimeStore or AddEidRedisStore where more than one node runs.");
            return;
        }

        try
        {
            var key = $"health:{Convert.ToHexString(RandomNumberGenerator.GetBytes(16))}";
            await store.TryAddAsync(key, new byte[1], clock.GetUtcNow() + ProbeLifetime, cancellationToken).ConfigureAwait(false);
            var isGood = await store.TakeAsync(key, cancellationToken).ConfigureAwait(false) is [0] && await store.TakeAsync(key, cancellationToken).ConfigureAwait(false) is null;
            if (isGood)
                findings.Ok("one-time-store", Subject, "It keeps a value, and gives it out once.");
            else
                findings.Fail("one-time-store-wrong", Subject, "It lost a value, or gave it out twice.", "Look at eviction and replication of the store.");
        }
        catch (Exception exception) when (exception is EidException || DatabaseFault.Of(exception) is not null || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            findings.Fail("one-time-store-unusable", Subject, $"It cannot be used ({(exception as EidException)?.Code ?? (DatabaseFault.Of(exception) ?? exception).GetType().Name}).", "Is it reachable, and does its table exist (docs/eid.md)? No log-in begins until then.");
        }
    }
}
