using BaseComponents.Payments.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary>The tables of payments, wherever they are. The tool neither makes nor upgrades them.</summary>
internal sealed class TreasuryContext(DbContextOptions<TreasuryContext> options, TreasurySchema schema) : DbContext(options)
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

/// <summary>The schema in which an application has its tables.</summary>
/// <param name="Name">Its name; null for the usual one.</param>
internal sealed record TreasurySchema(string? Name);
