using BaseComponents.SecureMail.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace BaseComponents.Tool.Commands.Mail.Outbox;

/// <summary>The tables of the outbox, wherever they are. The tool neither makes nor upgrades them.</summary>
internal sealed class OutboxContext(DbContextOptions<OutboxContext> options, TableSchema schema) : DbContext(options)
{
    /// <summary>The names of all senders that have mails; the unnamed one is empty.</summary>
    public async Task<IReadOnlyList<string>> SendersAsync(CancellationToken cancellationToken)
    {
        var names = this.GetService<ISqlGenerationHelper>();
        var query = $"SELECT DISTINCT {names.DelimitIdentifier("Tenant")} AS {names.DelimitIdentifier("Value")} FROM {names.DelimitIdentifier("MailOutbox", schema.Name)}";
        var found = await Database.SqlQueryRaw<string>(query).ToListAsync(cancellationToken);
        return [.. found.Order(StringComparer.Ordinal)];
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddSecureMailOutbox(schema.Name);
}
