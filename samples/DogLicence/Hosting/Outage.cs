using BaseComponents.Authorities;
using BaseComponents.Eid;
using BaseComponents.Payments;
using BaseComponents.SecureMail;
using Npgsql;
using StackExchange.Redis;

namespace DogLicence.Hosting;

/// <summary>Faults that pass by themselves: a store or a state service that does not answer now. Proxy and browser are told 503, and when to come again; everything else is 500.</summary>
public static class Outage
{
    public static bool Is(Exception? fault) => fault switch
    {
        null => false,
        EidException eid => eid.IsTransient,
        PaymentException payment => payment.IsTransient,
        AuthoritiesException authorities => authorities.IsTransient,
        SecureMailException mail => mail.IsTransient,
        NpgsqlException database when database.IsTransient => true,
        RedisException or TimeoutException => true,
        _ => Is(fault.InnerException),
    };

    /// <summary>The status of a request that ended with the fault.</summary>
    public static int StatusOf(Exception fault) => Is(fault) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
}
