using BaseComponents.Sandbox.Authorities;
using BaseComponents.Sandbox.Eid;
using BaseComponents.Sandbox.Mail;
using BaseComponents.Sandbox.Payments;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Sandbox.Internal;

/// <summary>The state services in the order of a citizen's way.</summary>
internal static class SandboxServices
{
    public static IReadOnlyList<SandboxService> All(SandboxContext context) =>
    [
        new AuthoritiesService(context),
        new EidService(context),
        new PaymentsService(context),
        new MailService(context, SandboxOffices.MailAddresses),
    ];

    public static IConfiguration Configuration(IEnumerable<SandboxService> services) => new ConfigurationBuilder()
        .AddInMemoryCollection(services.SelectMany(service => service.Configuration()))
        .Add(new LateSettings(services.SelectMany(service => service.LateConfiguration())))
        .Build();
}
