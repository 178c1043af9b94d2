using BaseComponents.SecureMail.Outbox;
using BaseComponents.Tests.Scale.Mail.Workers;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Scale.Mail.Flaws;

/// <summary>Stores in a context of its own, whatever becomes of the caller's transaction.</summary>
internal sealed class HastyWriter(Func<IServiceProvider, IMailOutboxWriter> writer, IServiceProvider services) : IMailOutboxWriter
{
    public Task<IReadOnlyList<OutboxMail>> FindKeyAsync(string tenant, string keyHash, CancellationToken cancellationToken = default) =>
        writer(services).FindKeyAsync(tenant, keyHash, cancellationToken);

    public async Task<bool> TryAddAsync(IReadOnlyList<(OutboxMail Mail, byte[] Content)> mails, CancellationToken cancellationToken = default)
    {
        await using var scope = services.CreateAsyncScope();
        await writer(scope.ServiceProvider).TryAddAsync(mails, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<OfficeDb>().SaveChangesAsync(cancellationToken);
        return true;
    }
}
