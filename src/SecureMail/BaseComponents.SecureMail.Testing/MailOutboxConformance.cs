using BaseComponents.SecureMail.Testing.Internal;

namespace BaseComponents.SecureMail.Testing;

/// <summary>Says whether a store keeps the promises of <see cref="Outbox.IMailOutboxStore"/>. Run every check of it in your tests.</summary>
public static class MailOutboxConformance
{
    /// <summary>All checks. Each uses a tenant name of its own, so that they can share a database.</summary>
    public static IReadOnlyList<MailOutboxCheck> Checks { get; } = OutboxChecks.All;
}
