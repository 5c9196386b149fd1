/** A place where calls take place, and which addresses the browser is asked for to recognise them. */
export interface CallSite {
  /** As `roomOf` spells it. */
  platform: string;
  /** Match patterns: they decide whether we may look, `roomOf` what it is. */
  origins: readonly string[];
}

const site = (platform: string, ...hosts: readonly string[]): CallSite => ({
  platform,
  origins: hosts.map((host) => `https://${host}/*`),
});

/** Every site that can be recognised, those that most people use first. The manifest lists these and no other. */
export const callSites: readonly CallSite[] = [
  site("meet", "meet.google.com"),
  site("zoom", "*.zoom.us", "*.zoomgov.com", "*.zoom.com", "*.zoom-x.de", "*.zoom.com.cn"),
  site("teams", "teams.microsoft.com", "teams.live.com", "teams.cloud.microsoft", "*.teams.microsoft.us"),
  site("webex", "*.webex.com"),
  site("jitsi", "meet.jit.si", "8x8.vc"),
  site("whereby", "*.whereby.com"),
  site("slack", "app.slack.com"),
  site("discord", "discord.com", "ptb.discord.com", "canary.discord.com"),
  site("goto", "meet.goto.com", "app.goto.com", "global.gotomeeting.com"),
  site("chime", "app.chime.aws"),
  site("calvideo", "app.cal.com"),
  site("proton", "meet.proton.me"),
  site("livekit", "meet.livekit.io"),
  site("tencent", "meeting.tencent.com", "voovmeeting.com"),
  site("lark", "vc.larksuite.com", "vc.feishu.cn"),
  site("telemost", "telemost.yandex.ru"),
  site("gather", "app.gather.town"),
  site("around", "around.co"),
  site("riverside", "riverside.fm"),
  site("facetime", "facetime.apple.com"),
];

export const callOrigins: readonly string[] = callSites.flatMap(({ origins }) => origins);
