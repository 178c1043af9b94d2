using BaseComponents.Payments.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace BaseComponents.Benchmarks.Payments;

/// <summary>The context of an application that keeps nothing but payments.</summary>
internal sealed class CaseDb(DbContextOptions<CaseDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddPayments();
}
