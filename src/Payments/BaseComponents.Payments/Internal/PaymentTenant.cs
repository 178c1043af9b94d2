using BaseComponents.Payments.Internal.Operations;
using BaseComponents.Payments.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Internal;

/// <summary>Puts the parts of one registration together; nothing of it is shared with another one.</summary>
internal sealed class PaymentTenant : IDisposable
{
    private readonly PaymentSignal _signal = new();

    public PaymentTenant(IServiceProvider services, string name)
    {
        var options = services.GetRequiredService<IOptionsMonitor<PaymentsOptions>>();
        var clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var loggers = services.GetRequiredService<ILoggerFactory>();
        var logger = loggers.CreateLogger("BaseComponents.Payments");
        var trail = new PaymentTrail(new AuditLog(name, loggers));
        var store = services.GetRequiredKeyedService<IPaymentStore>(name);
        var backEnd = services.GetKeyedService<BackEnd>(name)
            ?? new BackEnd(new XBezahldienst(name, services.GetRequiredKeyedService<XBezahldienstApi>(name), options, clock), services.GetRequiredKeyedService<ClientCertificates>(name));
        var service = backEnd.Service;
        var ledger = new PaymentLedger(name, store, options, clock, _signal, trail, logger);
        var lookup = new PaymentLookup(ledger, service, logger);
        var handlers = new EventHandlers(name, services);
        var dispatcher = new EventDispatcher(name, store, handlers, trail, clock, logger);
        var audit = new PaymentAudit(name, store);
        Client = new PaymentClient(name, ledger, new PaymentCreation(ledger, service, lookup, clock, logger), lookup, new PaymentHints(name, store, ledger, _signal), service);
        Reconciler = new PaymentReconciler(name, store, ledger, lookup, dispatcher, trail);
        Operations = new PaymentOperations(
            name, store, ledger, new Decisions(name, ledger, lookup, audit), new PaymentErasure(name, store, ledger, audit, trail.Audit, handlers), audit,
            new HealthCheck(name, store, ledger, service, backEnd.Certificates, services.GetRequiredKeyedService<ServiceClock>(name)));
        CreatePump = () => new PaymentPump(ledger, Reconciler, _signal, clock, logger);
    }

    public IPaymentClient Client { get; }

    public IPaymentReconciler Reconciler { get; }

    public IPaymentOperations Operations { get; }

    public Func<PaymentPump> CreatePump { get; }

    public void Dispose() => _signal.Dispose();
}
