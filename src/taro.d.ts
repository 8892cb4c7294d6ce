/// <reference types="@tarojs/taro" />

declare module '*.scss'

/** Id of the cloud environment, put in by the build from TCB_ENV_ID; '' when there was none. */
declare const CLOUD_ENV: string
