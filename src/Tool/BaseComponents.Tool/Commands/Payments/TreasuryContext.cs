using BaseComponents.Payments.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary>The tables of payments, wherever they are. The tool neither makes nor upgrades them.</summary>
internal sealed class TreasuryContext(DbContextOptions<TreasuryContext> options, TableSchema schema) : DbContext(options)
{
    /// <summary>The names of all registrations that have payments or an audit.</summary>
    public async Task<IReadOnlyList<string>> RegistrationsAsync(CancellationToken cancellationToken)
    {
        var names = this.GetService<ISqlGenerationHelper>();
        var tenants = "SELECT {0} AS {3} FROM {1} UNION SELECT {0} AS {3} FROM {2}";
        var query = string.Format(
            System.Globalization.CultureInfo.InvariantCulture, tenants,
            names.DelimitIdentifier("Tenant"), names.DelimitIdentifier("Payments", schema.Name), names.DelimitIdentifier("PaymentAudit", schema.Name), names.DelimitIdentifier("Value"));
        var found = await Database.SqlQueryRaw<string>(query).ToListAsync(cancellationToken);
        return [.. found.Order(StringComparer.Ordinal)];
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddPayments(schema.Name);
}
