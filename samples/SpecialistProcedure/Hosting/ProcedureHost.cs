using BaseComponents.Authorities;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SpecialistProcedure.Cases;
using SpecialistProcedure.Intake;

namespace SpecialistProcedure.Hosting;

/// <summary>Puts the program together.</summary>
public static class ProcedureHost
{
    /// <summary>A host that is ready to start; its database exists.</summary>
    public static async Task<IHost> BuildAsync(ProcedureSetup setup, CancellationToken cancellationToken = default)
    {
        var host = Compose(setup);
        await using var scope = host.Services.CreateAsyncScope();
        // The sample makes its tables itself; a program with data to keep over versions uses migrations.
        await scope.ServiceProvider.GetRequiredService<OfficeDb>().Database.EnsureCreatedAsync(cancellationToken);
        return host;
    }

    private static IHost Compose(ProcedureSetup setup)
    {
        var environment = setup.Environment ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Production;
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, EnvironmentName = environment, ContentRootPath = AppContext.BaseDirectory });
        ProcedureSettings.Add(builder.Configuration, setup, environment);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole();
        builder.Services.AddSystemd();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IValidateOptions<OfficeOptions>, OfficeOptionsValidator>();
        builder.Services.AddOptions<OfficeOptions>().Bind(builder.Configuration.GetSection("Office")).ValidateOnStart();
        AddComponents(builder.Services, builder.Configuration);
        builder.Services.AddScoped<CaseIntake>().AddSingleton<Jurisdiction>().AddHostedService<CaseReceiver>();
        setup.Services?.Invoke(builder.Services);
        return builder.Build();
    }

    private static void AddComponents(IServiceCollection services, ConfigurationManager configuration)
    {
        var (folder, components) = (PrivateFolder(configuration["Office:DataPath"] ?? "App_Data"), configuration.GetSection("BaseComponents"));
        services.AddDbContextPool<OfficeDb>(db => db.UseSqlite($"Data Source={Path.Combine(folder, "office.db")};Default Timeout=30"));
        var mail = components.GetSection("SecureMail");
        #region register
        services.AddSecureMail(mail).AddEntityFrameworkOutbox<OfficeDb>().AddMailbox(mail.GetSection("Mailbox"));
        #endregion
        // From a snapshot file, so that no case waits for a service on the network. Without one the office checks its competence by hand.
        if (components.GetSection("Authorities").Exists())
            services.AddAuthorities(components.GetSection("Authorities"));
    }

    private static string PrivateFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(Path.GetFullPath(path)).FullName
        : Directory.CreateDirectory(Path.GetFullPath(path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
}
