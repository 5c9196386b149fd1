const names: Readonly<Record<string, string>> = {
  meet: "Google Meet",
  zoom: "Zoom",
  teams: "Microsoft Teams",
  webex: "Webex",
  jitsi: "Jitsi",
  whereby: "Whereby",
  slack: "Slack",
  discord: "Discord",
  goto: "GoTo",
  chime: "Amazon Chime",
  calvideo: "Cal Video",
  proton: "Proton Meet",
  livekit: "LiveKit",
  tencent: "VooV",
  lark: "Lark",
  telemost: "Telemost",
  gather: "Gather",
  around: "Around",
  riverside: "Riverside",
  facetime: "FaceTime",
};

/** The platform's name as people know it. */
export function platformName(platform: string): string {
  return names[platform] ?? platform;
}
