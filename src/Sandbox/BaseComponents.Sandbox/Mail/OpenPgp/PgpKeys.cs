using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Mail.OpenPgp;

/// <summary>The OpenPGP keys of the mailboxes that have one. They stay the same as long as the state does.</summary>
internal sealed class PgpKeys
{
    private readonly Dictionary<string, PgpMailboxKey> _keys;

    public PgpKeys(SandboxContext context)
    {
        var kept = context.State.Read<KeptKeys>("mail-keys/openpgp") ?? Make(new PgpKeyMaker(context.Clock));
        context.State.Write("mail-keys/openpgp", kept);
        (_keys, Withdrawn) = (kept.Keys.ToDictionary(key => key.Address, StringComparer.OrdinalIgnoreCase), kept.Withdrawn);
    }

    public IReadOnlyCollection<PgpMailboxKey> All => _keys.Values;

    /// <summary>A key that <see cref="SandboxMailboxes.OpenPgp"/> had before and has taken back.</summary>
    public PgpMailboxKey Withdrawn { get; }

    public PgpMailboxKey? Find(string address) => _keys.GetValueOrDefault(address);

    private static KeptKeys Make(PgpKeyMaker maker) => new(
        [
            maker.Make("Beispielstadt", SandboxMailboxes.Sender),
            maker.Make("Verein Beispiel", SandboxMailboxes.OpenPgp),
            maker.Make("Gesperrter Verein", SandboxMailboxes.RevokedOpenPgpKey, isRevoked: true),
        ],
        maker.Make("Verein Beispiel", SandboxMailboxes.OpenPgp, isRevoked: true));

    private sealed record KeptKeys(IReadOnlyList<PgpMailboxKey> Keys, PgpMailboxKey Withdrawn);
}
