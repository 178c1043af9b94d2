using System.ComponentModel.DataAnnotations;

namespace HealthCertificate.Appointments;

/// <summary>When people may come, section <c>Appointments</c>.</summary>
public sealed class AppointmentOptions
{
    /// <summary>The times of a week.</summary>
    [Required, MinLength(1), MaxLength(100)]
    public IList<WeeklyTime> Weekly { get; set; } = [];

    /// <summary>Days without appointments, such as holidays.</summary>
    public IList<DateOnly> ClosedDays { get; set; } = [];

    /// <summary>How far ahead appointments are offered.</summary>
    [Range(1, 366)]
    public int DaysAhead { get; set; } = 21;

    /// <summary>How long before an appointment it is offered no more (Vorlauf).</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan Notice { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long a seat is held for somebody who has not begun to pay.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "24:00:00")]
    public TimeSpan Hold { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>How long before the appointment the office may confirm who is there.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "366.00:00:00")]
    public TimeSpan ConfirmBefore { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long after the appointment it may still do so.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "60.00:00:00")]
    public TimeSpan ConfirmAfter { get; set; } = TimeSpan.FromDays(14);
}

/// <summary>One appointment of each week, in German time.</summary>
public sealed class WeeklyTime
{
    public DayOfWeek Day { get; set; }

    public TimeOnly Time { get; set; }

    /// <summary>How many people fit in.</summary>
    [Range(1, 200)]
    public int Seats { get; set; }
}
