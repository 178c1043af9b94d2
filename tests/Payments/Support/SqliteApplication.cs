using BaseComponents.Payments;
using BaseComponents.Payments.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Payments.Support;

/// <summary>An application that keeps its payments, and the licences they are for, in a SQLite file.</summary>
internal sealed class SqliteApplication : IAsyncDisposable
{
    private SqliteApplication(TestApplication application, ScriptedService service) => (Application, Service) = (application, service);

    public TestApplication Application { get; }

    public ScriptedService Service { get; }

    /// <summary>Makes the application's handler fail after it has written.</summary>
    public HandlerFault HandlerFault => Services.GetRequiredService<HandlerFault>();

    public IServiceProvider Services => Application.Services;

    public static async Task<SqliteApplication> OnAsync(string file)
    {
        var service = new ScriptedService();
        var application = TestApplication.With(service, payments =>
        {
            payments.AddEntityFrameworkStore<LicenceDb>().AddEventHandler<WriteLicence>();
            payments.Services.AddSingleton<HandlerFault>();
            payments.Services.AddDbContext<LicenceDb>(options => options.UseSqlite($"Data Source={file}"));
        });
        await using var scope = application.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LicenceDb>().Database.EnsureCreatedAsync();
        return new SqliteApplication(application, service);
    }

    public async Task<IReadOnlyList<string>> LicencesAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LicenceDb>().Licences.Select(licence => licence.Case).ToListAsync();
    }

    public ValueTask DisposeAsync() => Application.DisposeAsync();
}

internal sealed class LicenceDb(DbContextOptions<LicenceDb> options) : DbContext(options)
{
    public DbSet<Licence> Licences => Set<Licence>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddPayments();
}

internal sealed class Licence
{
    public int Id { get; set; }

    public string Case { get; set; } = "";
}

internal sealed class HandlerFault
{
    public bool IsArmed { get; set; }
}

/// <summary>Writes first and fails then: the hardest place for it.</summary>
internal sealed class WriteLicence(LicenceDb db, HandlerFault fault) : IPaymentEventHandler
{
    public async Task HandleAsync(PaymentEvent paymentEvent, CancellationToken cancellationToken = default)
    {
        db.Licences.Add(new Licence { Case = paymentEvent.Reference });
        await db.SaveChangesAsync(cancellationToken);
        if (fault.IsArmed)
            throw new InvalidOperationException("Erika Mustermann");
    }
}
