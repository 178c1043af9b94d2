using BaseComponents.Payments;
using BaseComponents.Payments.EntityFrameworkCore;
using BaseComponents.Payments.Epaybl;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary>The payments of an application, opened for the treasury. The host is built and never started: no reconciler runs, and no event is delivered.</summary>
internal sealed class Treasury : IAsyncDisposable
{
    private readonly IHost _host;

    private Treasury(IHost host, IReadOnlyList<string> registrations, string? configuredIban) => (_host, Registrations, ConfiguredIban) = (host, registrations, configuredIban);

    /// <summary>The account that transfers go to, as the settings name it; null where they do not.</summary>
    public string? ConfiguredIban { get; }

    /// <summary>The registrations that are meant.</summary>
    public IReadOnlyList<string> Registrations { get; }

    /// <summary>The one that is meant, where only one can be.</summary>
    public IPaymentOperations Only => Registrations is [var only]
        ? Of(only)
        : throw new InvalidDataException($"name one registration with --registration: {string.Join(", ", Registrations.Select(static name => $"\"{name}\""))}.");

    public static async Task<Treasury> OpenAsync(TreasurySettings settings, CancellationToken cancellationToken)
    {
        IConfigurationRoot configuration = settings.File is { } file ? SettingsSection.Load(file) : new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var database = ApplicationDatabase.Find(settings.Database, configuration);
        var schema = new TableSchema(settings.Schema);
        var registrations = await RegistrationsAsync(database, schema, cancellationToken);
        if (settings.Registration is { } named)
            registrations = registrations.Contains(named) ? [named] : throw new InvalidDataException($"the database has no payments of a registration \"{named}\".");
        return new Treasury(Build(settings, configuration, database, schema, registrations), registrations, settings.Transfer is { } transfer ? configuration[$"{transfer}:Iban"] : null);
    }

    public IPaymentOperations Of(string registration) => _host.Services.GetRequiredKeyedService<IPaymentOperations>(registration);

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return default;
    }

    private static async Task<IReadOnlyList<string>> RegistrationsAsync(Action<DbContextOptionsBuilder> database, TableSchema schema, CancellationToken cancellationToken)
    {
        var options = new DbContextOptionsBuilder<TreasuryContext>();
        database(options);
        await using var context = new TreasuryContext(options.Options, schema);
        return await context.RegistrationsAsync(cancellationToken);
    }

    private static IHost Build(
        TreasurySettings settings, IConfigurationRoot configuration, Action<DbContextOptionsBuilder> database, TableSchema schema, IReadOnlyList<string> registrations)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings
        {
            EnvironmentName = configuration["ASPNETCORE_ENVIRONMENT"] ?? configuration["DOTNET_ENVIRONMENT"] ?? Environments.Production,
        });
        builder.Configuration.AddConfiguration(configuration);
        builder.Services.AddSingleton(schema);
        builder.Services.AddDbContext<TreasuryContext>(database);
        foreach (var registration in registrations)
            Add(builder, registration, settings);
        return builder.Build();
    }

    private static void Add(HostApplicationBuilder builder, string registration, TreasurySettings settings)
    {
        // Who only looks needs no service: then the section may be empty.
        var payments = builder.Services.AddPayments(registration, builder.Configuration.GetSection(settings.Section ?? "none")).AddEntityFrameworkStore<TreasuryContext>();
        if (settings.Section is { } section && !builder.Configuration.GetSection(section).Exists())
            throw new InvalidDataException($"the settings have no section '{section}'. Name the file with --settings and the section with --section: a decision follows the periods of the registration.");
        if (settings.Epaybl is { } epaybl)
            payments.UseEpaybl(builder.Configuration.GetSection(epaybl));
    }
}
